package dev.mailcheck.message;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Large receivers whose Received fields follow rules of their own, inside and at their border. */
enum Receiver {
    /** Classic reception and Mail Manager; each writes one field. */
    AMAZON_SES {
        @Override
        boolean isBorder(Received hop) {
            String by = by(hop);
            return by.startsWith("inbound-smtp.") || by.contains(".mail-manager-smtp.");
        }
    },
    /** Inner hops are written by hosts without names and tell of no client. */
    GOOGLE {
        @Override
        boolean isBorder(Received hop) {
            return by(hop).equals("mx.google.com");
        }
    },
    /** The border is *.mail.protection.outlook.com, of Exchange Online and outlook.com alike. */
    MICROSOFT {
        @Override
        boolean isBorder(Received hop) {
            return by(hop).endsWith(".mail.protection.outlook.com")
                    || by(hop).endsWith(".mail.eo.outlook.com");
        }
    },
    /** Hosts at the border give an inner address for a name. */
    YAHOO {
        @Override
        boolean isBorder(Received hop) {
            return by(hop).startsWith("10.") && hop.with().isPresent() && hop.ip().isPresent();
        }

        @Override
        boolean writes(Received hop) {
            return isBorder(hop) || super.writes(hop);
        }
    };

    /** Fields that these receivers put below their Received field. */
    static final Set<String> BELOW =
            Set.of(
                    "received-spf",
                    "authentication-results",
                    "x-ses-spam-verdict",
                    "x-ses-virus-verdict",
                    "x-ses-receipt",
                    "x-ses-dkim-signature");

    /** The domains of its hosts, and those by which users may know it. */
    private List<String> domains() {
        return switch (this) {
            case AMAZON_SES -> List.of("amazonaws.com");
            case GOOGLE -> List.of("google.com", "gmail.com", "googlemail.com");
            case MICROSOFT ->
                    List.of("outlook.com", "office365.com", "hotmail.com", "exchangelabs.com");
            case YAHOO -> List.of("yahoo.com", "yahoodns.net", "aol.com", "ymail.com");
        };
    }

    /** Whether this hop is the one from outside. */
    abstract boolean isBorder(Received hop);

    /** Whether a host of this receiver wrote the field, by the name it gives. */
    boolean writes(Received hop) {
        return domains().stream().anyMatch(domain -> isBelow(by(hop), domain));
    }

    /** Whether a name is one of this receiver's. */
    boolean isNamedBy(String name) {
        return domains().stream().anyMatch(domain -> isBelow(name, domain));
    }

    /** Whether its Authentication-Results stand below the Received field. */
    boolean writesBelow() {
        return this == AMAZON_SES || this == GOOGLE;
    }

    static boolean isBelow(String name, String domain) {
        return name.equals(domain) || name.endsWith("." + domain);
    }

    static String by(Received hop) {
        return hop.by().map(HostText::withoutFinalDot).orElse("").toLowerCase(Locale.ROOT);
    }
}
