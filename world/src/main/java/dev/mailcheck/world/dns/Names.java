package dev.mailcheck.world.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

import java.util.Locale;

/** Names and types as tests write them, turned into dnsjava's. */
final class Names {
    private Names() {}

    /** Returns the absolute name; {@code ""} and {@code "."} are the root. */
    static Name absolute(String text) {
        return under(text, Name.root);
    }

    static Name under(String text, Name origin) {
        if (text.isEmpty()) {
            return origin;
        }
        try {
            return Name.fromString(text, origin);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a domain name: " + text, e);
        }
    }

    static Name parent(Name name) {
        return new Name(name, 1);
    }

    static Name wildcardAt(Name closestEncloser) {
        return under("*", closestEncloser);
    }

    /** Returns the ancestor of {@code name} that has so many labels, the root label included. */
    static Name withLabels(Name name, int labels) {
        return new Name(name, name.labels() - labels);
    }

    static int type(String text) {
        int type = Type.value(text.toUpperCase(Locale.ROOT), true);
        if (type < 0) {
            throw new IllegalArgumentException("not a record type: " + text);
        }
        return type;
    }

    /** Returns the name without final dot, in lower case, as the world's logs show it. */
    static String text(Name name) {
        return name.equals(Name.root) ? "." : name.toString(true).toLowerCase(Locale.ROOT);
    }
}
