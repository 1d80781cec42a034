package dev.mailcheck.world;

import dev.mailcheck.world.dns.Nameserver;
import dev.mailcheck.world.dns.Resolver;
import dev.mailcheck.world.dns.Zone;
import dev.mailcheck.world.https.HttpsHost;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.tls.CertificateAuthority;
import dev.mailcheck.world.tls.CertificateSpec;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A world being planned: {@link World#plan} begins it, {@link #open} makes the world. Nothing runs
 * before.
 */
public final class WorldPlan {
    /**
     * The mail host each world has besides those a test states, to tell whether port 25 is open.
     */
    public static final String CONTROL_HOST = "control.example";

    /** Where {@link #CONTROL_HOST} is. */
    public static final String CONTROL_ADDRESS = "198.51.100.225";

    private final Instant now;
    private final CertificateAuthority ca;
    private final Map<String, Zone> zones = new LinkedHashMap<>();
    private final Map<String, String> reverseRecords = new LinkedHashMap<>();
    private final Map<InetAddress, Nameserver> nameservers = new HashMap<>();
    private final Map<InetAddress, SmtpHost> smtpHosts = new HashMap<>();
    private final Map<InetAddress, HttpsHost> httpsHosts = new HashMap<>();
    private final Map<InetAddress, Road> roads = new HashMap<>();
    private Resolver resolver = Resolver.plain();
    private boolean ipv6 = true;
    private Port25 port25 = new Port25.Open();

    WorldPlan(Clock clock) {
        this.now = clock.instant();
        this.ca = new CertificateAuthority(now);
        zone(CONTROL_HOST, "@ MX 10 @\n@ A " + CONTROL_ADDRESS);
        smtp(CONTROL_ADDRESS, SmtpHost.sound(CONTROL_HOST, CONTROL_HOST));
    }

    /** Adds a signed zone; see {@link Zone} for the text. */
    public WorldPlan zone(String origin, String text) {
        return zone(Zone.signed(origin, text));
    }

    /** Adds a zone, in place of one with the same origin. */
    public WorldPlan zone(Zone zone) {
        zones.put(zone.origin(), zone);
        return this;
    }

    /** Adds the PTR of an address. */
    public WorldPlan ptr(String address, String name) {
        InetAddress a = InetAddress.ofLiteral(address);
        String record = Addresses.reverseName(a) + ". PTR " + name + ".\n";
        reverseRecords.merge(Addresses.reverseZone(a), record, String::concat);
        return this;
    }

    /** Puts a mail host at several addresses and publishes their PTR records under its name. */
    public WorldPlan smtpWithPtr(SmtpHost host, String... addresses) {
        for (String address : addresses) {
            smtp(address, host).ptr(address, host.name());
        }
        return this;
    }

    /** Puts a mail host at an address, port 25. */
    public WorldPlan smtp(String address, SmtpHost host) {
        smtpHosts.put(InetAddress.ofLiteral(address), host);
        return this;
    }

    /** Puts an HTTPS host at an address, port 443. */
    public WorldPlan https(String address, HttpsHost host) {
        httpsHosts.put(InetAddress.ofLiteral(address), host);
        return this;
    }

    /** Says how the name server at an address behaves. */
    public WorldPlan nameserver(String address, Nameserver nameserver) {
        nameservers.put(InetAddress.ofLiteral(address), nameserver);
        return this;
    }

    /** Makes an address answer every connection with a reset. */
    public WorldPlan refuses(String address) {
        roads.put(InetAddress.ofLiteral(address), new Road.Refused());
        return this;
    }

    /** Makes an address a black hole. */
    public WorldPlan drops(String address) {
        roads.put(InetAddress.ofLiteral(address), new Road.Dropped());
        return this;
    }

    /** Makes every IPv6 address unreachable, as seen from most homes and offices. */
    public WorldPlan withoutIpv6() {
        ipv6 = false;
        return this;
    }

    /** Says what the resolver is like; {@link Resolver#plain} if nothing is said. */
    public WorldPlan resolver(Resolver other) {
        resolver = other;
        return this;
    }

    /** Says what becomes of connections to port 25. */
    public WorldPlan port25(Port25 state) {
        port25 = state;
        return this;
    }

    /**
     * Returns TLSA data, {@code 3 1 1}, for the certificate a sound host of this name shows, to be
     * written into a zone.
     */
    public String tlsa(String host) {
        return ca.tlsa(CertificateSpec.sound(host), 3, 1, 1);
    }

    /** Returns the authority whose certificates the world's servers show. */
    public CertificateAuthority ca() {
        return ca;
    }

    /**
     * Makes the world. Close it when done.
     *
     * @throws IllegalArgumentException when a zone's text is not well-formed
     */
    public World open() {
        Map<String, Zone> all = new LinkedHashMap<>(zones);
        reverseRecords.forEach((origin, records) ->
                all.merge(
                        origin,
                        Zone.signed(origin, records),
                        (stated, reverse) -> stated.and(reverse.text())));
        return new World(this, all.values());
    }

    Instant now() {
        return now;
    }

    Map<InetAddress, Nameserver> nameservers() {
        return nameservers;
    }

    Map<InetAddress, SmtpHost> smtpHosts() {
        return Map.copyOf(smtpHosts);
    }

    Map<InetAddress, HttpsHost> httpsHosts() {
        return Map.copyOf(httpsHosts);
    }

    Map<InetAddress, Road> roads() {
        return Map.copyOf(roads);
    }

    Resolver resolver() {
        return resolver;
    }

    boolean hasIpv6() {
        return ipv6;
    }

    Port25 port25() {
        return port25;
    }
}
