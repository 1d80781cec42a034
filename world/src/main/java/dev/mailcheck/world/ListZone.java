package dev.mailcheck.world;

import dev.mailcheck.world.dns.Zone;

import java.net.InetAddress;

/**
 * The zone of a list of addresses or domains (RFC 5782), stated by what is on it. Its test points
 * are as they must be, unless {@link #listsEverything} or {@link #empty} spoils them.
 *
 * @param origin its name, without final dot
 * @param text the records so far
 */
public record ListZone(String origin, String text) {
    private static final String TEST_OF_IPV4 = "2.0.0.127 A 127.0.0.2\n";

    /** ::FFFF:7F00:2. */
    private static final String TEST_OF_IPV6 =
            "2.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20) + " A 127.0.0.2\n";

    /** A list of addresses, IPv6 ones too. */
    public static ListZone ofAddresses(String origin) {
        return new ListZone(origin, TEST_OF_IPV4 + TEST_OF_IPV6);
    }

    /** A list of domains, with the answer that it gives to the name it has for tests. */
    public static ListZone ofNames(String origin, String test, String answer) {
        return new ListZone(origin, test + " A " + answer + "\n");
    }

    /** A list that does not even have its test points, as one that has been emptied. */
    public static ListZone empty(String origin) {
        return new ListZone(origin, "");
    }

    /** This list with an address or a name more on it, and the text beside it. */
    public ListZone lists(String subject, String answer, String said) {
        String name = isAddress(subject) ? turnedRound(subject) : subject;
        return with(name + " A " + answer + "\n" + name + " TXT \"" + said + "\"\n");
    }

    /** This list with the same answer for every name it does not hold: a dead list, for sale. */
    public ListZone listsEverything(String answer) {
        return with("* A " + answer + "\n");
    }

    private ListZone with(String more) {
        return new ListZone(origin, text + more);
    }

    private static boolean isAddress(String subject) {
        return subject.matches("[0-9.]+") || subject.contains(":");
    }

    private static String turnedRound(String address) {
        String name = Addresses.reverseName(InetAddress.ofLiteral(address));
        return name.substring(0, name.lastIndexOf('.', name.length() - ".arpa".length() - 1));
    }

    /** As a zone without DNSSEC, as lists are. */
    public Zone zone() {
        return Zone.unsigned(origin, text);
    }
}
