"""Where a promise stands against the calendar (序时进度), as official circulars test it.

Pure: no files, no HTML; the day is an argument. A cumulative target must have reached m/12 of the year's figure at the
end of month m, a growth target its rate; the editor's quarterly plan replaces the straight line.

    shapes   what goes in and comes out      pace     what must have been reached by a day
    place    where one target stands         whole    where a promise with several targets stands
"""

from .pace import expected
from .place import place, whole
from .shapes import Course, Pace, Reached, ScheduleStatus

__all__ = ["Course", "Pace", "Reached", "ScheduleStatus", "expected", "place", "whole"]
