package dev.mailcheck.bimi;

import dev.mailcheck.bimi.BimiRecord.Declined;
import dev.mailcheck.bimi.BimiRecord.Malformed;
import dev.mailcheck.bimi.BimiRecord.Valid;
import dev.mailcheck.dkim.TagList;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an assertion record as the draft wants it read: nothing is mended, capitals count. */
final class BimiRecordReader {
    private static final Pattern VERSION = Pattern.compile("v[ \t]*=[ \t]*BIMI1[ \t]*(?:;|$)");

    private static final Pattern HTTPS =
            Pattern.compile("https://[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+(?:[:/?#][!-~]*)?");

    private static final Set<String> OTHER_FORMATS =
            Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "ico", "pdf");

    private static final Set<String> PREFERENCES = Set.of("brand", "personal");

    private BimiRecordReader() {}

    static BimiRecord read(String text) {
        if (!VERSION.matcher(text).lookingAt()) {
            return new Malformed("RECORD_VERSION", text);
        }
        TagList tags = TagList.parse(text);
        return fault(tags)
                .<BimiRecord>map(reason -> new Malformed(reason, text))
                .orElseGet(() -> of(tags));
    }

    private static BimiRecord of(TagList tags) {
        String location = tags.value("l").orElse("");
        return location.isEmpty()
                ? new Declined()
                : new Valid(location, tags.value("a").orElse(""));
    }

    private static Optional<String> fault(TagList tags) {
        if (!tags.faults().isEmpty()) {
            return Optional.of("TAG_LIST_BROKEN");
        }
        Optional<String> location = tags.value("l");
        String authority = tags.value("a").orElse("");
        if (location.isEmpty() || (location.get().isEmpty() && !authority.isEmpty())) {
            return Optional.of("BIMI_LOCATION_MISSING");
        }
        if (!authority.isEmpty() && !HTTPS.matcher(authority).matches()) {
            return Optional.of("BIMI_AUTHORITY_NOT_HTTPS");
        }
        if (tags.value("avp").filter(avp -> !PREFERENCES.contains(avp)).isPresent()) {
            return Optional.of("BIMI_AVP_UNKNOWN");
        }
        return location.filter(uri -> !uri.isEmpty()).flatMap(BimiRecordReader::locationFault);
    }

    private static Optional<String> locationFault(String uri) {
        if (!HTTPS.matcher(uri).matches()) {
            return Optional.of("BIMI_LOCATION_NOT_HTTPS");
        }
        String path = uri.toLowerCase(Locale.ROOT).split("[?#]", 2)[0];
        boolean other = OTHER_FORMATS.contains(path.substring(path.lastIndexOf('.') + 1));
        return other ? Optional.of("BIMI_LOCATION_NOT_SVG") : Optional.empty();
    }
}
