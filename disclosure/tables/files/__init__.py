"""Table files of any program, as sheets of cells.

opened         a file by what it is: its sheets, or why it is not read
shapes         sheets with what is hidden in them
workbooks      xlsx and xls: cells that libraries found, as shown
workbook_cells the program that asks the libraries, run in a process of its own
older_cells    the program that reads what calamine leaves out of an xls, run so too
opendocument   ods, from its XML
separated      csv and tsv
number_format  what a number or a day looks like in a cell
cells          a cell of each kind of value
"""
