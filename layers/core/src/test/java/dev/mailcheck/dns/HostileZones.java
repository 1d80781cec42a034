package dev.mailcheck.dns;

import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.SigningAlgorithm;
import dev.mailcheck.world.dns.Zone;
import dev.mailcheck.world.smtp.SmtpHost;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Zones made to cost a validator dear, and a sound one beside them, served until standard input
 * ends: for the script that measures what a whole check of each costs.
 */
public final class HostileZones {
    private static final String MAIL_HOST = "192.0.2.10";

    private static final List<String> SERVERS =
            List.of(
                    "198.51.100.1",
                    "198.51.100.2",
                    "198.51.100.53",
                    "203.0.113.1",
                    "203.0.113.2",
                    "203.0.113.53");

    /** A domain with little to complain of. */
    private static final String SOUND =
            """
            @                 MX  10 mx1
            mx1               A   192.0.2.10
            @                 TXT "v=spf1 include:_spf.%1$s mx -all"
            _spf              TXT "v=spf1 ip4:192.0.2.0/24 -all"
            _dmarc            TXT "v=DMARC1; p=reject; rua=mailto:d@%1$s"
            """;

    private static final String TRAPPED =
            """
            mx   A   192.0.2.10
            spf  TXT "v=spf1 ip4:192.0.2.0/24 ?all"
            """;

    private HostileZones() {}

    /** Serves them; what a client needs to know goes into the folder and to standard output. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Map<Zone, String> zones = zones();
        WorldPlan plan = World.plan(Clock.systemUTC());
        zones.keySet().forEach(plan::zone);
        trapped("t", 250).forEach(plan::zone);
        trapped("u", 30).forEach(plan::zone);
        plan.smtp(MAIL_HOST, SmtpHost.sound("mx1.sound.example", "sound.example"));
        try (World world = plan.open()) {
            Files.writeString(folder.resolve("anchor"), world.trustAnchor());
            Files.writeString(folder.resolve("ca.pem"), world.ca().pem());
            SERVERS.forEach(address -> road(world, address, 53));
            road(world, MAIL_HOST, 25);
            road(world, WorldPlan.CONTROL_ADDRESS, 25);
            zones.forEach((zone, what) -> say("domain", name(zone), what));
            say("resolver", "127.0.0.1:" + world.resolver().getPort());
            say("ready");
            System.in.read();
        }
    }

    private static Map<Zone, String> zones() {
        SigningAlgorithm rsa = SigningAlgorithm.RSASHA256;
        Map<Zone, String> zones = new LinkedHashMap<>();
        zones.put(signed("sound.example"), "sound, P-256, NSEC: the peer");
        zones.put(
                signed("trap-rsa.example").algorithm(rsa).keyTrap(90),
                "KeyTrap: 90 keys and 90 signatures, RSA");
        zones.put(signed("trap-ec.example").keyTrap(250), "KeyTrap: 250 and 250, P-256");
        zones.put(
                zone("traps.example", inZones("t")).keyTrap(250),
                "KeyTrap in eleven zones: its own, ten of MX hosts and SPF");
        zones.put(
                zone("small-traps.example", inZones("u")).keyTrap(30),
                "the same with 30 keys and 30 signatures, which are validated");
        zones.put(
                zone("crowd.example", SOUND.formatted("crowd.example") + crowd()),
                "two mail hosts with 3,000 addresses each");
        zones.put(signed("many.example").nsec3(2_500), "NSEC3, 2,500 iterations");
        zones.put(signed("most.example").nsec3(65_535), "NSEC3, 65,535 iterations");
        zones.put(
                zone("deep.example", deep("deep.example")).nsec3(150),
                "NSEC3, 150 iterations, names of 100 labels");
        zones.put(
                zone("deeper.example", deep("deeper.example")).nsec3(2_500),
                "NSEC3, 2,500 iterations, names of 100 labels");
        return zones;
    }

    private static List<Zone> trapped(String prefix, int keys) {
        return IntStream.range(0, 10)
                .mapToObj(n -> zone("%s%d.example".formatted(prefix, n), TRAPPED).keyTrap(keys))
                .toList();
    }

    private static String inZones(String prefix) {
        return IntStream.range(0, 10)
                        .mapToObj(n -> "@ MX 10 mx.%s%d.example.\n".formatted(prefix, n))
                        .collect(Collectors.joining())
                + "@ TXT \"v=spf1 %s -all\"\n"
                        .formatted(
                                IntStream.range(0, 10)
                                        .mapToObj(n ->
                                                "include:spf.%s%d.example".formatted(prefix, n))
                                        .collect(Collectors.joining(" ")));
    }

    private static String crowd() {
        return "@ MX 10 mx2\n@ MX 10 mx3\n"
                + IntStream.range(0, 6_000)
                        .mapToObj(
                                n -> "mx%d A 203.0.%d.%d\n".formatted(2 + n % 2, n / 250, n % 250))
                        .collect(Collectors.joining());
    }

    /** MX hosts and SPF terms whose names end far above what there is, each elsewhere. */
    private static String deep(String domain) {
        String labels = "x.".repeat(95);
        return SOUND.formatted(domain)
                + "y.%s%s. A 192.0.2.10\n".formatted(labels, domain)
                + IntStream.range(0, 9)
                        .mapToObj(n -> "@ MX 20 no.m%d.%s%s.\n".formatted(n, labels, domain))
                        .collect(Collectors.joining())
                + "_dmarc.r TXT \"v=DMARC1\"\n"
                + "_spf TXT \"v=spf1 %s -all\"\n"
                        .formatted(
                                IntStream.range(0, 2)
                                        .mapToObj(n -> "a:no.s%d.%s%s".formatted(n, labels, domain))
                                        .collect(Collectors.joining("\" \" ")));
    }

    private static Zone signed(String name) {
        return zone(name, SOUND.formatted(name));
    }

    private static Zone zone(String name, String text) {
        return Zone.signed(name, text);
    }

    private static String name(Zone zone) {
        return zone.origin();
    }

    private static void road(World world, String address, int port) {
        if (world.route(InetAddress.ofLiteral(address), port) instanceof Road.Open(var loopback)) {
            say("road", address, String.valueOf(port), String.valueOf(loopback.getPort()));
        }
    }

    private static void say(String... words) {
        System.out.println(String.join("\t", words));
    }
}
