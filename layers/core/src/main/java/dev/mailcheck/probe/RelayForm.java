package dev.mailcheck.probe;

import static dev.mailcheck.probe.Hop.DOMAIN;
import static dev.mailcheck.probe.Hop.FOREIGN;
import static dev.mailcheck.probe.Hop.HOST;
import static dev.mailcheck.probe.Hop.LITERAL;
import static dev.mailcheck.probe.Hop.NONE;

import java.util.Locale;

/**
 * The ways in which a stranger's mail to a stranger has been talked past mail servers (RFC 2505,
 * section 2.1; RFC 5321, section 7.9). The most telling ones first.
 *
 * <p>In the paths, {@code user} is the local part of our addresses, {@code foreign} the probe
 * domain; {@code domain}, {@code host} and {@code literal} are the checked domain, its mail host,
 * and the address of that.
 */
public enum RelayForm {
    PLAIN(Family.PLAIN, FOREIGN, "user@foreign"),
    /** RFC 5321, section 3.6.1 and appendix C. */
    SOURCE_ROUTE(Family.SOURCE_ROUTE, FOREIGN, "@domain:user@foreign"),
    PERCENT(Family.PERCENT, DOMAIN, "user%foreign@domain"),
    QUOTED(Family.QUOTED, DOMAIN, "\"user@foreign\"@domain"),
    BANG(Family.BANG, DOMAIN, "foreign!user@domain"),
    NULL_SENDER(Family.PLAIN, FOREIGN, "user@foreign", ""),
    OWN_DOMAIN_SENDER(Family.PLAIN, FOREIGN, "user@foreign", "sender@domain"),
    POSTMASTER_SENDER(Family.PLAIN, FOREIGN, "user@foreign", "postmaster@domain"),

    HOST_SENDER(Family.PLAIN, FOREIGN, "user@foreign", "sender@host"),
    LITERAL_SENDER(Family.PLAIN, FOREIGN, "user@foreign", "sender@literal"),
    SOURCE_ROUTE_BY_HOST(Family.SOURCE_ROUTE, FOREIGN, "@host:user@foreign"),
    SOURCE_ROUTE_BY_LITERAL(Family.SOURCE_ROUTE, FOREIGN, "@literal:user@foreign"),
    DOUBLE_PERCENT(Family.PERCENT, DOMAIN, "user%foreign%domain@domain"),
    PERCENT_AT_HOST(Family.PERCENT, HOST, "user%foreign@host"),
    PERCENT_AT_LITERAL(Family.PERCENT, LITERAL, "user%foreign@literal"),
    PERCENT_WITHOUT_DOMAIN(Family.PERCENT, NONE, "user%foreign"),
    QUOTED_AT_LITERAL(Family.QUOTED, LITERAL, "\"user@foreign\"@literal"),
    QUOTED_WITHOUT_DOMAIN(Family.QUOTED, NONE, "\"user@foreign\""),
    TWO_AT_SIGNS(Family.MIXED, DOMAIN, "user@foreign@domain"),
    BANG_AND_PERCENT(Family.MIXED, DOMAIN, "foreign!user%domain@domain"),
    BANG_WITHOUT_DOMAIN(Family.BANG, NONE, "foreign!user"),
    BANG_AT_LITERAL(Family.BANG, LITERAL, "foreign!user@literal"),
    QUOTED_PERCENT(Family.QUOTED, NONE, "\"user%foreign\"");

    /** Forms that a server reads by the same rule. */
    public enum Family {
        PLAIN,
        SOURCE_ROUTE,
        PERCENT,
        QUOTED,
        BANG,
        MIXED
    }

    /** The sender of the control, whom the server is known to let in. */
    static final String USUAL_SENDER = "sender@foreign";

    /** How many a server is asked in its two sessions. */
    static final int ASKED = 20;

    /**
     * How many refusals a session should get. Postfix as it ships makes a client wait a second for
     * each reply once it has refused it ten times.
     */
    static final int MANY_REFUSALS = 10;

    private final Family family;
    private final Hop hop;
    private final String forwardPath;
    private final String reversePath;

    RelayForm(Family family, Hop hop, String forwardPath) {
        this(family, hop, forwardPath, USUAL_SENDER);
    }

    RelayForm(Family family, Hop hop, String forwardPath, String reversePath) {
        this.family = family;
        this.hop = hop;
        this.forwardPath = forwardPath;
        this.reversePath = reversePath;
    }

    public Family family() {
        return family;
    }

    public Hop hop() {
        return hop;
    }

    String forwardPath() {
        return forwardPath;
    }

    String reversePath() {
        return reversePath;
    }

    /** Whether it comes from the sender whom the control has shown to be let in. */
    public boolean hasUsualSender() {
        return reversePath.equals(USUAL_SENDER);
    }

    /** Its name in words: "percent at host". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
