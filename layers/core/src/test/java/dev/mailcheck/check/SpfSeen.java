package dev.mailcheck.check;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Dial;
import dev.mailcheck.net.Network;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.DmarcProbe;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SpfProbe;
import dev.mailcheck.probe.Target;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;

/** Looks at a domain's SPF by the real probe, through a door to this DNS and to nothing else. */
final class SpfSeen {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private SpfSeen() {}

    static Judgement at(Dns dns, String domain) {
        Target target = new Target(new Domain(domain), CheckOptions.DEFAULT);
        Observations none = new Observations(List.of());
        Doors doors = doors(dns);
        return new Judgement(
                target,
                new Observations(
                        List.of(
                                new SpfProbe().observe(target, none, doors),
                                new DmarcProbe().observe(target, none, doors))),
                NOW);
    }

    private static Doors doors(Dns dns) {
        return new Doors(
                dns,
                new NoNetwork(),
                List::of,
                Deadline.in(Duration.ofSeconds(10)),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Random(1),
                ForkJoinPool.commonPool());
    }

    private static final class NoNetwork implements Network {
        @Override
        public Dial connect(InetAddress address, int port, Deadline deadline) {
            return new Dial.NotConnected(ConnectFailure.UNREACHABLE);
        }

        @Override
        public boolean permits(InetAddress address) {
            return true;
        }

        @Override
        public boolean hasIpv6() {
            return false;
        }
    }
}
