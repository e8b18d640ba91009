package org.familypathways.timescale;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The working days of England: Monday to Friday without bank holidays. The usual bank holidays with their substitute
 * days come from a library; a holiday that was proclaimed or moved comes from the settings.
 */
@Component
public class WorkingDays {

    private final HolidayManager bankHolidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();
    private final TimescaleSettings settings;

    WorkingDays(TimescaleSettings settings) {
        this.settings = settings;
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays(day.getYear()).contains(day);
    }

    /**
     * The working day so many working days after an event. The day of the event is day 0, on a weekend too: day 1 is
     * the next working day. A negative number counts back.
     */
    public LocalDate plus(LocalDate day0, int workingDays) {
        LocalDate day = day0;
        int step = workingDays < 0 ? -1 : 1;
        for (int counted = 0; counted < Math.abs(workingDays); ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /** The working days after the first day, up to and with the last; negative when the last comes before the first. */
    public int between(LocalDate day0, LocalDate last) {
        if (last.isBefore(day0)) {
            return -between(last, day0);
        }
        return (int) day0.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** Whether the bank holidays of the year are known for certain; later years are an estimate. */
    public boolean isConfirmed(int year) {
        return year <= settings.lastConfirmedYear();
    }

    /** Names the calendar that a due date was worked out with, so that it is worked out again when that changes. */
    String version() {
        return "%d %s %s".formatted(settings.lastConfirmedYear(), settings.extraHolidays(), settings.movedHolidays());
    }

    private Set<LocalDate> holidays(int year) {
        return byYear.computeIfAbsent(year, this::load);
    }

    private Set<LocalDate> load(int year) {
        var days = bankHolidays.getHolidays(Year.of(year), "eng").stream()
                .map(WorkingDays::observed)
                .collect(Collectors.toSet());
        days.removeAll(settings.movedHolidays());
        days.addAll(settings.extraHolidays());
        return Set.copyOf(days);
    }

    private static LocalDate observed(Holiday holiday) {
        return holiday.getObservedDate().orElse(holiday.getActualDate());
    }
}
