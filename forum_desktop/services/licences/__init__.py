"""What the program is made of: read from the locks, checked against what is installed."""

from forum_desktop.services.licences.bill import make_bill as make_bill
from forum_desktop.services.licences.bill import write_bill as write_bill
