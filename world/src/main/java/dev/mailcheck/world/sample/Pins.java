package dev.mailcheck.world.sample;

import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.tls.CertificateSpec;

import java.util.regex.Pattern;

/**
 * Puts TLSA data into a zone's text: <code>{tlsa:HOST}</code> pins the key of the certificate that
 * a sound host of this name shows, <code>{tlsa-ca:HOST}</code> that of the authority above it.
 */
final class Pins {
    private static final Pattern PIN = Pattern.compile("\\{(tlsa|tlsa-ca):([^}]*)\\}");

    private Pins() {}

    static String filledIn(String zone, WorldPlan plan) {
        return PIN.matcher(zone)
                .replaceAll(pin -> data(plan, pin.group(1).equals("tlsa") ? 3 : 2, pin.group(2)));
    }

    private static String data(WorldPlan plan, int usage, String host) {
        return plan.ca().tlsa(CertificateSpec.sound(host), usage, 1, 1);
    }
}
