package dev.mailcheck.dns;

import dev.mailcheck.dns.Parsed.Invalid;
import dev.mailcheck.dns.Parsed.Valid;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

import java.io.IOException;

/**
 * Data of the types whose presentation form is more than a name or an address, read by dnsjava.
 * Apart from {@link RecordData} so that the common types do not load it.
 */
final class PresentationData {
    private PresentationData() {}

    static Parsed<String> parse(RecordType type, String text) {
        try {
            Record read =
                    Record.fromString(
                            Name.root, Type.value(type.name()), DClass.IN, 0, text, Name.root);
            return new Valid<>(WireData.of(read));
        } catch (IOException | IllegalArgumentException wrong) {
            return new Invalid<>("not the data of a " + type + " record: " + Shown.text(text));
        }
    }

    /** Whether the registry of record types has this name. */
    static boolean isType(String name) {
        return Type.value(name) >= 0;
    }
}
