"""One window a data folder: a second start brings the first window to the front and ends.

They speak by a socket of this computer's own, named by the folder; no network is asked. The lock
of the folder is what keeps two apart, this is only a kindness.
"""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_PATIENCE = 1000
"""Milliseconds in which a living window answers."""
_CALL = b"front\n"


def call_first(data_dir: Path) -> bool:
    """Ask the window that has the folder to come to the front; tell whether it was there."""
    socket = QLocalSocket()
    socket.connectToServer(_name(data_dir))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(_CALL)
    is_told = socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return bool(is_told)


class Answering(QObject):
    """Brings a window to the front whenever it is called, until it is closed."""

    def __init__(self, window: QWidget, data_dir: Path) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come)
        # What a killed app left behind would keep the name taken.
        QLocalServer.removeServer(_name(data_dir))
        self._server.listen(_name(data_dir))

    @property
    def is_listening(self) -> bool:
        """Tell whether it can be called."""
        return bool(self._server.isListening())

    def _come(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


def _name(data_dir: Path) -> str:
    return "forum-desktop-" + sha256(str(data_dir.resolve()).encode()).hexdigest()[:24]
