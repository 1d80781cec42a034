package dev.mailcheck.render;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the source of a finding can be read. */
final class Reference {
    private static final Pattern RFC =
            Pattern.compile("RFC (\\d{1,5})(?:, (section|appendix) ([0-9A-Z][0-9.]{0,20}))?");

    private Reference() {}

    /** The page of an RFC at its editor's; nothing for other sources. */
    static Optional<String> address(String reference) {
        Matcher rfc = RFC.matcher(reference);
        if (!rfc.matches()) {
            return Optional.empty();
        }
        String place = rfc.group(2) == null ? "" : "#" + rfc.group(2) + "-" + rfc.group(3);
        return Optional.of("https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + place);
    }
}
