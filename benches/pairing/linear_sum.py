"""scipy's linear_sum_assignment on a table of little-endian 64-bit points; the least value means closed.

Prints pairs, points and the shortest time in seconds. Exits with an error where numpy or scipy is missing.
"""

import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

path, rows, columns, runs = sys.argv[1], *map(int, sys.argv[2:5])
points = numpy.fromfile(path, dtype="<i8").reshape(rows, columns)
closed = points == numpy.iinfo(numpy.int64).min
top = int(points[~closed].max(initial=0))
least = int(points[~closed].min(initial=0))
beyond = (top - least) * min(rows, columns) + 1
cost = numpy.where(closed, float(beyond), (top - numpy.where(closed, 0, points)).astype(float))
took = float("inf")
for _ in range(runs):
    begun = time.perf_counter()
    row, column = linear_sum_assignment(cost)
    took = min(took, time.perf_counter() - begun)
open_ = ~closed[row, column]
print(int(open_.sum()), int(points[row, column][open_].sum()), took)
