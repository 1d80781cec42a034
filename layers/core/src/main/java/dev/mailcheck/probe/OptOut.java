package dev.mailcheck.probe;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether TXT records at {@code _mailcheck.DOMAIN} say {@code probe=none}. Who writes it a little
 * otherwise, or beside something else, is understood as well.
 */
final class OptOut {
    private static final Pattern PROBE_NONE =
            Pattern.compile("(?i)(?:^|[;,\\s])probe\\s*=\\s*\"?none\"?(?:$|[;,\\s])");

    private OptOut() {}

    static boolean isSaid(List<String> texts) {
        return texts.stream().anyMatch(text -> PROBE_NONE.matcher(text).find());
    }
}
