package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.DnsRecord;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.SocketNetwork;
import dev.mailcheck.run.InWorld;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.tls.JdkTrustAnchors;
import dev.mailcheck.tls.PemFile;
import dev.mailcheck.tls.TrustAnchors;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Mail hosts of a test world, and probes that talk to them within short limits. */
public final class SmtpLab implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Where the mail of the relay probe would go. */
    public static final String PROBE_DOMAIN = "stranger.example";

    /** Longer than any host that is not silent for good takes, on the slowest machine. */
    private static final SmtpLimits PATIENT =
            new SmtpLimits(
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(5));

    private final World world;
    private final SocketNetwork network;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Map<String, ?>> names = new HashMap<>();
    private Clock clock = CLOCK;
    private SmtpLimits limits = PATIENT;
    private Duration budget = Duration.ofSeconds(60);
    private CheckOptions options = options("control.example:25");

    public SmtpLab(UnaryOperator<WorldPlan> plan) {
        this(plan, true);
    }

    public SmtpLab(UnaryOperator<WorldPlan> plan, boolean ipv6) {
        world = plan.apply(World.plan(CLOCK)).open();
        name(WorldPlan.CONTROL_HOST, Map.of("A", List.of(WorldPlan.CONTROL_ADDRESS)));
        name(PROBE_DOMAIN, Map.of("MX", List.of("10 mx.stranger.example")));
        name("mx.stranger.example", Map.of("A", List.of("203.0.113.25")));
        network =
                new SocketNetwork(AddressPolicy.DOCUMENTATION, InWorld.routing(world), () -> ipv6);
    }

    /** The options of a check with this control host. */
    public static CheckOptions options(String control) {
        return options(true, control);
    }

    /** The options of a check that sends nothing to mail servers. */
    public static CheckOptions withoutSmtp() {
        return options(false, "control.example:25");
    }

    /** The options of a check that asks mail hosts to relay to {@link #PROBE_DOMAIN}. */
    public static CheckOptions relaying() {
        return options(true, "control.example:25", RelayProbing.ON, PROBE_DOMAIN);
    }

    /** The same to another domain, or in another way. */
    public static CheckOptions relaying(RelayProbing how, String probeDomain) {
        return options(true, "control.example:25", how, probeDomain);
    }

    private static CheckOptions options(boolean smtp, String control) {
        return options(smtp, control, RelayProbing.OFF, PROBE_DOMAIN);
    }

    private static CheckOptions options(
            boolean smtp, String control, RelayProbing relay, String probeDomain) {
        return new CheckOptions(
                List.of(),
                smtp,
                25,
                "checker.example",
                Optional.of(probeDomain).filter(name -> !name.isEmpty()),
                relay,
                Optional.of(control),
                List.of(),
                List.of(),
                true,
                true);
    }

    public SmtpLab with(CheckOptions other) {
        options = other;
        return this;
    }

    public SmtpLab clock(Clock other) {
        clock = other;
        return this;
    }

    /** For the domain's hosts; the control host is always waited for. */
    public SmtpLab limits(SmtpLimits other) {
        limits = other;
        return this;
    }

    public SmtpLab budget(Duration other) {
        budget = other;
        return this;
    }

    public World world() {
        return world;
    }

    public Target target(String domain) {
        return new Target(new Domain(domain), options);
    }

    public Doors doors() {
        return doors(ZoneDns.of(names), Deadline.in(budget));
    }

    /** With this at a name in the DNS. */
    public SmtpLab name(String name, Map<String, ?> records) {
        names.put(name, records);
        return this;
    }

    /** The doors of a check with this DNS and deadline. */
    public Doors doors(Dns dns, Deadline deadline) {
        TrustAnchors trust =
                JdkTrustAnchors.ofJdk(
                        Path.of(System.getProperty("java.home")),
                        PemFile.certificates(world.ca().pem()));
        return new Doors(dns, network, trust, deadline, clock, new Random(1), executor);
    }

    /** What the probes at port 25 see of a domain with these hosts. */
    public Observations see(String domain, MxHost... hosts) {
        return see(domain, false, hosts);
    }

    public Observations see(String domain, boolean implicit, MxHost... hosts) {
        MxObservation mx = mx(implicit, hosts);
        Observations before = new Observations(List.of(mx));
        Doors doors = doors();
        List<Observation> all = new ArrayList<>(before.all());
        all.add(new EgressProbe(PATIENT).observe(target(domain), before, doors));
        all.add(new SmtpProbe(limits).observe(target(domain), before, doors));
        return new Observations(all);
    }

    public static MxObservation mx(boolean implicit, MxHost... hosts) {
        DnsAnswer answer = new DnsAnswer.Absent(true, List.of());
        return new MxObservation(answer, false, implicit, List.of(hosts), List.of());
    }

    /** A mail host at these addresses. */
    public static MxHost host(int preference, String name, String... addresses) {
        List<DnsRecord> records = new ArrayList<>();
        for (String address : addresses) {
            records.add(new DnsRecord(DnsName.of(name), RecordType.A, 300, address));
        }
        DnsAnswer none = new DnsAnswer.Absent(true, List.of());
        DnsAnswer a = records.isEmpty() ? none : new DnsAnswer.Found(records, List.of());
        return new MxHost(preference, name, false, a, none, List.of(addresses));
    }

    @Override
    public void close() {
        executor.shutdownNow();
        network.close();
        world.close();
    }
}
