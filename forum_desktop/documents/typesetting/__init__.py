"""Typesetting: text into lines, lines into paragraphs and tables, those onto pages."""
