package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.IpLiteral;

import java.net.Inet6Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills in the addresses of the relay probe for one mail server. All of ours are at the probe
 * domain; no local part of ours says "relay", so that a reply with that word means it.
 *
 * @param domain the checked domain
 * @param probeDomain where the mail would go if it were relayed, and were mail
 * @param nobody a local part that no mailbox has
 */
record RelayPaths(String domain, MailServer server, String probeDomain, String nobody) {
    private static final Pattern PLACE = Pattern.compile("user|sender|foreign|domain|host|literal");
    private static final String USER = "mailcheck-probe";
    private static final String SENDER = "mailcheck";

    /** At most so many, after those that were asked before. */
    List<RelayForm> forms(int asked, int most) {
        return Stream.of(RelayForm.values())
                .filter(this::canFill)
                .skip(asked)
                .limit(Math.max(most, 0))
                .toList();
    }

    /** False where the server has no name, or one that is the domain and says nothing new. */
    boolean canFill(RelayForm form) {
        boolean byHost = (form.forwardPath() + form.reversePath()).contains("host");
        return !byHost || hasNameOfItsOwn();
    }

    private boolean hasName() {
        return IpLiteral.parse(server.host()).isEmpty()
                && DnsName.parse(server.host()).filter(name -> name.labels() > 1).isPresent();
    }

    private boolean hasNameOfItsOwn() {
        return hasName() && !server.host().equals(domain);
    }

    String forwardPath(RelayForm form) {
        return filled(form.forwardPath());
    }

    String reversePath(RelayForm form) {
        return filled(form.reversePath());
    }

    String usualSender() {
        return filled(RelayForm.USUAL_SENDER);
    }

    /** A recipient whom only a host that takes any local part there can take. */
    Optional<String> anybody(Hop hop) {
        return switch (hop) {
            case FOREIGN -> Optional.empty();
            case DOMAIN -> Optional.of(nobody + "@" + domain);
            case HOST -> Optional.of(nobody + "@" + server.host());
            case LITERAL -> Optional.of(nobody + "@" + literal());
            case NONE -> Optional.of(nobody);
        };
    }

    private String filled(String path) {
        Map<String, String> values =
                Map.of(
                        "user", USER,
                        "sender", SENDER,
                        "foreign", probeDomain,
                        "domain", domain,
                        "host", server.host(),
                        "literal", literal());
        return PLACE.matcher(path)
                .replaceAll(
                        place -> Matcher.quoteReplacement(values.getOrDefault(place.group(), "")));
    }

    /** RFC 5321, section 4.1.3. */
    private String literal() {
        boolean v6 =
                IpLiteral.parse(server.address())
                        .filter(Inet6Address.class::isInstance)
                        .isPresent();
        return v6 ? "[IPv6:" + server.address() + "]" : "[" + server.address() + "]";
    }
}
