package dev.mailcheck.spf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prefix lengths at the end of an {@code a} or {@code mx} term: "/24", "//64", "/24//64" (RFC
 * 7208, section 5.6: "dual-cidr-length").
 *
 * @param start where in the term they begin; its end where there are none
 * @param prefix4 -1 where it is wrong, 32 where it is not given
 * @param prefix6 -1 where it is wrong, 128 where it is not given
 */
record DualPrefix(int start, int prefix4, int prefix6) {
    /** Long enough for any length that could be right, so that no flood of digits is searched. */
    private static final Pattern AT_END = Pattern.compile("(?:/([0-9]{1,4}))?(?://([0-9]{1,4}))?");

    static DualPrefix atEndOf(String term, int from) {
        Matcher matcher = AT_END.matcher(term);
        for (int start = Math.max(from, term.length() - 11); start < term.length(); start++) {
            if (matcher.region(start, term.length()).matches()) {
                return new DualPrefix(
                        start, length(matcher.group(1), 32), length(matcher.group(2), 128));
            }
        }
        return new DualPrefix(term.length(), 32, 128);
    }

    private static int length(String digits, int bits) {
        return digits == null ? bits : Decimal.parse(digits, bits);
    }

    boolean valid() {
        return prefix4 >= 0 && prefix6 >= 0;
    }
}
