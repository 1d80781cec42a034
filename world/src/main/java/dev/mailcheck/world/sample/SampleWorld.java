package dev.mailcheck.world.sample;

import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.DnssecFlaw;
import dev.mailcheck.world.dns.Zone;

import java.time.Clock;
import java.util.List;
import java.util.Properties;

/**
 * The world of {@code mailcheck demo}: domains below {@code .example}, each with its own faults.
 * Their zones and descriptions are resources beside this class; {@link SampleHosts} has their
 * servers. {@code gone.example} does not exist in it, as no other name does.
 */
public final class SampleWorld {
    /** In the order in which they are listed. */
    private static final List<String> DOMAINS =
            List.of(
                    "sound.example",
                    "forgeable.example",
                    "weak-tls.example",
                    "old-tls.example",
                    "parked.example",
                    "half-parked.example",
                    "broken-spf.example",
                    "two-records.example",
                    "busy.example",
                    "nomail.example",
                    "xn--r8jz45g.example",
                    "lame.example",
                    "old-dkim.example",
                    "bogus.example",
                    "wrong-tlsa.example",
                    "broken-sts.example",
                    "open-relay.example",
                    "listed.example");

    private static final List<String> UNSIGNED =
            List.of("forgeable.example", "half-parked.example", "nomail.example");

    private SampleWorld() {}

    /** Returns the domains with their descriptions. */
    public static List<Sample> samples() {
        Properties english = SampleResource.properties("samples.en.properties");
        Properties japanese = SampleResource.properties("samples.ja.properties");
        return DOMAINS.stream()
                .map(name -> new Sample(name, said(english, name), said(japanese, name)))
                .toList();
    }

    private static String said(Properties descriptions, String domain) {
        return descriptions.getProperty(domain, "");
    }

    /** Makes the world, good at the clock's present time. Close it when done. */
    public static World open(Clock clock) {
        return plan(clock).open();
    }

    /** Returns its plan, for a world that differs in something. */
    public static WorldPlan plan(Clock clock) {
        WorldPlan plan = World.plan(clock);
        DOMAINS.forEach(domain -> plan.zone(zone(plan, domain)));
        SampleLists.addTo(plan);
        SampleHosts.addTo(plan);
        return plan;
    }

    private static Zone zone(WorldPlan plan, String domain) {
        String text = Pins.filledIn(SampleResource.text(domain + ".zone"), plan);
        if (UNSIGNED.contains(domain)) {
            return Zone.unsigned(domain, text);
        }
        Zone zone = Zone.signed(domain, text);
        return domain.equals("bogus.example") ? zone.flaw(DnssecFlaw.EXPIRED_SIGNATURES) : zone;
    }
}
