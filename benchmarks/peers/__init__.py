"""Other engines that set the same story, each as a script of its own.

They are run by the interpreter that the environment variable PEERS_PYTHON names, in which
`typst` and `weasyprint` are installed; LibreOffice is found as `soffice`.
"""
