package timex

// The Chinese calendar from 1921 to 2050, one number a year: bit n is set when
// the nth month (from 0, the leap month counted where it stands) has 30 days;
// from bit 13 on stands the month that a leap month follows, or 0. Computed from
// the new moons and solar terms for the meridian of 120° east, after Meeus,
// Astronomical Algorithms, chapters 25 and 49.
var lunarYears = [...]uint32{
	0x00d25, 0x0ba4d, 0x00a56, 0x002b6, 0x095b5, 0x006d4, 0x00ea9, 0x05e92, 0x00e92, 0x0cd26,
	0x0052b, 0x00a57, 0x0b2b6, 0x00b5a, 0x006d4, 0x06ec9, 0x00749, 0x0f693, 0x00a93, 0x0052b,
	0x0ca5b, 0x00aad, 0x0056a, 0x09b55, 0x00ba4, 0x00b49, 0x05a93, 0x00a95, 0x0f52d, 0x00536,
	0x00aad, 0x0b5aa, 0x005b2, 0x00da5, 0x07d4a, 0x00d4a, 0x10a95, 0x00a97, 0x00556, 0x0cab5,
	0x00ad5, 0x006d2, 0x08ea5, 0x00ea5, 0x0064a, 0x06c97, 0x00a9b, 0x0f55a, 0x0056a, 0x00b69,
	0x0b752, 0x00b52, 0x00b25, 0x0964b, 0x00a4b, 0x114ab, 0x002ad, 0x0056d, 0x0cb69, 0x00da9,
	0x00d92, 0x09d25, 0x00d25, 0x15a4d, 0x00a56, 0x002b6, 0x0c5b5, 0x006d5, 0x00ea9, 0x0be92,
	0x00e92, 0x00d26, 0x06a56, 0x00a57, 0x114d6, 0x0035a, 0x006d5, 0x0b6c9, 0x00749, 0x00693,
	0x0952b, 0x0052b, 0x00a5b, 0x0555a, 0x0056a, 0x0fb55, 0x00ba4, 0x00b49, 0x0ba93, 0x00a95,
	0x0052d, 0x08aad, 0x00ab5, 0x135aa, 0x005d2, 0x00da5, 0x0dd4a, 0x00d4a, 0x00c95, 0x0952e,
	0x00556, 0x00ab5, 0x055b2, 0x006d2, 0x0cea5, 0x00725, 0x0064b, 0x0ac97, 0x00cab, 0x0055a,
	0x06ad6, 0x00b69, 0x17752, 0x00b52, 0x00b25, 0x0da4b, 0x00a4b, 0x004ab, 0x0a55b, 0x005ad,
	0x00b6a, 0x05b52, 0x00d92, 0x0fd25, 0x00d25, 0x00a55, 0x0b4ad, 0x004b6, 0x005b5, 0x06daa,
}

const lunarFirst = 1921

// lunarNewYears are the first days of the years of the table.
var lunarNewYears = func() (days [len(lunarYears) + 1]day) {
	days[0] = civil(1921, 2, 8)
	for i, y := range lunarYears {
		days[i+1] = days[i] + lunarLength(y, 13)
	}
	return days
}()

// lunarLength is the length of the first n months of a year.
func lunarLength(year uint32, n int) (d day) {
	months := 12
	if year>>13 != 0 {
		months = 13
	}
	for i := range min(n, months) {
		d += 29 + day(year>>i&1)
	}
	return d
}

// lunarDay is the Gregorian day of a day of the Chinese calendar, not of a leap
// month; false outside the years of the table. Day 30 of the last month is the
// eve of the new year, however long the month is.
func lunarDay(y, m, d int) (day, bool) {
	i := y - lunarFirst
	if i < 0 || i >= len(lunarYears) || m < 1 || m > 12 {
		return 0, false
	}
	if m == 12 && d == 30 {
		return lunarNewYears[i+1] - 1, true
	}
	before := m - 1
	if leap := int(lunarYears[i] >> 13); leap != 0 && leap < m {
		before++
	}
	return lunarNewYears[i] + lunarLength(lunarYears[i], before) + day(d-1), true
}
