package dev.mailcheck.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Dates of mails (RFC 5322, section 3.3), with the obsolete forms (RFC 5322, section 4.3) and what
 * programs make of them: no day name, no seconds, the order of C's asctime. A date that exists in
 * no calendar is none.
 */
public final class MailDate {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    /** Hours east of Greenwich. */
    private static final Map<String, Integer> ZONES =
            Map.of(
                    "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8,
                    "PDT", -7);

    private static final int MAX_WORDS = 12;
    private static final int MAX_TEXT = 200;

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int[] time = {};
    private ZoneOffset zone = ZoneOffset.UTC;

    private MailDate() {}

    /** The instant; empty where the text begins with no date. A zone nobody knows counts as UTC. */
    public static Optional<Instant> parse(String text) {
        String looked = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        MailDate date = new MailDate();
        ReceivedTokenizer.tokens(looked.replace(',', ' ')).stream()
                .filter(ReceivedToken::isWord)
                .limit(MAX_WORDS)
                .forEach(token -> date.take(token.text()));
        return date.instant();
    }

    private void take(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int named = lower.length() < 3 ? -1 : MONTHS.indexOf(lower.substring(0, 3));
        if (word.indexOf(':') > 0) {
            time(word);
        } else if (isNumber(word)) {
            number(word);
        } else if (named >= 0 && month < 0) {
            month = named + 1;
        } else if (time.length > 0) {
            zone(word);
        } else if (word.indexOf('-') > 0) {
            List.of(word.split("-", 4)).forEach(this::take);
        }
    }

    private void number(String word) {
        int number = Integer.parseInt(word);
        if (word.length() <= 2 && day < 0) {
            day = number;
        } else if (year < 0 && month > 0) {
            year = word.length() > 3 ? number : number + (number < 50 ? 2000 : 1900);
        }
    }

    /** 12:30:11, 12:30, and both with the zone glued to them. */
    private void time(String word) {
        int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
        String[] parts = (sign > 0 ? word.substring(0, sign) : word).split(":", 4);
        boolean numbers =
                parts.length >= 2
                        && parts.length <= 3
                        && List.of(parts).stream().allMatch(MailDate::isNumber);
        if (numbers && time.length == 0) {
            int second = parts.length == 3 ? Math.min(Integer.parseInt(parts[2]), 59) : 0;
            time = new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), second};
            if (sign > 0) {
                zone(word.substring(sign));
            }
        }
    }

    private void zone(String word) {
        boolean numeric =
                word.length() == 5
                        && (word.charAt(0) == '+' || word.charAt(0) == '-')
                        && isNumber(word.substring(1));
        if (numeric) {
            int hours = Integer.parseInt(word.substring(1, 3));
            int minutes = Integer.parseInt(word.substring(3));
            int seconds = (hours * 60 + minutes) * 60;
            if (hours < 18 && minutes < 60) {
                zone = ZoneOffset.ofTotalSeconds(word.charAt(0) == '-' ? -seconds : seconds);
            }
        } else {
            Integer hours = ZONES.get(word.toUpperCase(Locale.ROOT));
            zone = hours == null ? zone : ZoneOffset.ofHours(hours);
        }
    }

    private Optional<Instant> instant() {
        if (day < 0 || month < 0 || year < 0 || time.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(year, month, day, time[0], time[1], time[2]).toInstant(zone));
        } catch (DateTimeException inNoCalendar) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && word.length() <= 4
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
