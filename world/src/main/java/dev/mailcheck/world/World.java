package dev.mailcheck.world;

import dev.mailcheck.world.dns.DnsWorld;
import dev.mailcheck.world.dns.QuestionLog;
import dev.mailcheck.world.dns.Resolver;
import dev.mailcheck.world.dns.Zone;
import dev.mailcheck.world.https.HttpsLog;
import dev.mailcheck.world.net.Workers;
import dev.mailcheck.world.smtp.SmtpLog;
import dev.mailcheck.world.tls.CertificateAuthority;

import org.jspecify.annotations.Nullable;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/**
 * A little internet in this process: signed DNS zones, name servers, a resolver and mail hosts, all
 * on 127.0.0.1 at ephemeral ports. It publishes whatever addresses a test names, mostly those for
 * documentation (RFC 5737, RFC 3849), and {@link #route} tells where each of them is in truth.
 *
 * <pre>{@code
 * try (World world =
 *         World.plan(clock)
 *                 .zone("sound.example", """
 *                         @   MX  10 mx1
 *                         mx1 A   192.0.2.10
 *                         @   TXT "v=spf1 mx -all"
 *                         """)
 *                 .ptr("192.0.2.10", "mx1.sound.example")
 *                 .smtp("192.0.2.10", SmtpHost.sound("mx1.sound.example", "sound.example"))
 *                 .open()) {
 *     ask(world.resolver(), world.trustAnchor());
 *     connect(world.route(InetAddress.ofLiteral("192.0.2.10"), 25));
 * }
 * }</pre>
 *
 * <p>Servers start when they are first asked for. Every world has a mail host {@code
 * control.example} that is always sound.
 */
public final class World implements AutoCloseable {
    private static final int SMTP = 25;
    private static final int DNS = 53;
    private static final int HTTPS = 443;

    private final WorldPlan plan;
    private final Workers workers = new Workers();
    private final DnsWorld dns;
    private final QuestionLog questions = new QuestionLog();
    private final Servers servers;
    private @Nullable InetSocketAddress resolver;

    World(WorldPlan plan, Collection<Zone> zones) {
        this.plan = plan;
        this.dns = new DnsWorld(zones, plan.nameservers(), plan.now(), workers);
        this.servers = new Servers(plan, workers);
    }

    /** Begins a world whose signatures and certificates are good at this clock's present time. */
    public static WorldPlan plan(Clock clock) {
        return new WorldPlan(clock);
    }

    /** Tells whether the place the world is seen from has IPv6. */
    public boolean hasIpv6() {
        return plan.hasIpv6();
    }

    /** Returns what a packet to a published address and port meets. */
    public Road route(InetAddress published, int port) {
        if (published instanceof Inet6Address && !hasIpv6()) {
            return new Road.Unreachable();
        }
        if (port == SMTP) {
            return switch (plan.port25()) {
                case Port25.Open o -> openRoad(published, port);
                case Port25.Closed c -> new Road.Refused();
                case Port25.Dropped d -> new Road.Dropped();
                case Port25.Intercepted i -> new Road.Open(servers.interceptor(i.host()));
            };
        }
        return openRoad(published, port);
    }

    private Road openRoad(InetAddress published, int port) {
        Road stated = plan.roads().get(published);
        return stated != null ? stated : server(published, port).orElseGet(() -> dead(published));
    }

    private Optional<Road> server(InetAddress published, int port) {
        Optional<InetSocketAddress> listening =
                switch (port) {
                    case SMTP -> servers.smtp(published);
                    case HTTPS -> servers.https(published);
                    case DNS -> dns.nameserver(published);
                    default -> Optional.empty();
                };
        return listening.map(Road.Open::new);
    }

    private Road dead(InetAddress published) {
        boolean exists = servers.existAt(published) || dns.servesAt(published);
        return exists ? new Road.Refused() : new Road.Unreachable();
    }

    /** Returns the address of the world's resolver. */
    public synchronized InetSocketAddress resolver() {
        if (resolver == null) {
            resolver = dns.start(plan.resolver(), questions);
        }
        return resolver;
    }

    /** Starts one more resolver, with its own manners and a log of its own. */
    public InetSocketAddress start(Resolver another, QuestionLog log) {
        return dns.start(another, log);
    }

    /** Returns what {@link #resolver} was asked. */
    public QuestionLog questions() {
        return questions;
    }

    /** Returns what the name server at a published address was asked. */
    public QuestionLog questionsAt(String address) {
        return dns.logAt(InetAddress.ofLiteral(address));
    }

    /** Returns what happened at the mail host at a published address. */
    public SmtpLog smtpLog(String address) {
        return servers.smtpLog(InetAddress.ofLiteral(address));
    }

    /** Returns what happened at the host that {@link Port25.Intercepted} diverts to. */
    public SmtpLog interceptorLog() {
        return servers.interceptorLog();
    }

    /** Returns what happened at the HTTPS host at a published address. */
    public HttpsLog httpsLog(String address) {
        return servers.httpsLog(InetAddress.ofLiteral(address));
    }

    /** Returns the DS of the root's key in presentation form, for {@code --trust-anchor}. */
    public String trustAnchor() {
        return dns.trustAnchor();
    }

    /** Returns the root's DNSKEY in presentation form. */
    public String rootDnskey() {
        return dns.rootDnskey();
    }

    /** Returns the authority whose certificates the world's servers show. */
    public CertificateAuthority ca() {
        return plan.ca();
    }

    /** Stops all servers and closes all connections. */
    @Override
    public synchronized void close() {
        dns.close();
        servers.close();
        workers.close();
    }
}
