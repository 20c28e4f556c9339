"""A small county of units for tests: one township, two villages, micro-grids in each."""

from uuid import UUID

from gridapp.contract.grids import division_id

COUNTY = division_id("450326")
TOWNSHIP = division_id("450326100")
VILLAGE = division_id("450326100201")
OTHER_VILLAGE = division_id("450326100202")
MICRO_1 = UUID(int=0x101)
MICRO_2 = UUID(int=0x102)
OTHER_MICRO = UUID(int=0x201)
MICRO_1_CODE = "450326100201001"

UNITS = {
    COUNTY: ("county", None, "永福县", "450326"),
    TOWNSHIP: ("township", COUNTY, "永福镇", "450326100"),
    VILLAGE: ("village", TOWNSHIP, "甲村", "450326100201"),
    OTHER_VILLAGE: ("village", TOWNSHIP, "乙村", "450326100202"),
    MICRO_1: ("micro", VILLAGE, "甲村1组", MICRO_1_CODE),
    MICRO_2: ("micro", VILLAGE, "甲村2组", "450326100201002"),
    OTHER_MICRO: ("micro", OTHER_VILLAGE, "乙村1组", "450326100202001"),
}
"""Each unit: level, parent, name, code; parents first."""
