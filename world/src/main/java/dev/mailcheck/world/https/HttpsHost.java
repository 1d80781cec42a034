package dev.mailcheck.world.https;

import dev.mailcheck.world.tls.CertificateSpec;
import dev.mailcheck.world.tls.TlsSettings;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An HTTPS host of the world as a test states it.
 *
 * <pre>{@code
 * HttpsHost.policy("mta-sts.sound.example", """
 *         version: STSv1
 *         mode: enforce
 *         mx: mx1.sound.example
 *         max_age: 2419200
 *         """)
 * }</pre>
 *
 * @param tls how it does TLS
 * @param handshake what it does when a client begins TLS
 * @param acts what it does, by path; any other path is answered 404
 */
public record HttpsHost(TlsSettings tls, HttpsHandshake handshake, Map<String, HttpsAct> acts) {
    /** Where the policy of MTA-STS is (RFC 8461, section 3.2). */
    public static final String MTA_STS = "/.well-known/mta-sts.txt";

    public HttpsHost {
        acts = Map.copyOf(acts);
    }

    /** Returns a host without pages and without fault. */
    public static HttpsHost sound(String name) {
        return new HttpsHost(
                TlsSettings.modern(CertificateSpec.sound(name)), HttpsHandshake.SOUND, Map.of());
    }

    /** Returns a host that serves an MTA-STS policy; its lines are ended by CRLF. */
    public static HttpsHost policy(String name, String policy) {
        return sound(name).at(MTA_STS, HttpsAct.text(policy.replace("\n", "\r\n")));
    }

    /** Returns this host doing something at a path. */
    public HttpsHost at(String path, HttpsAct act) {
        Map<String, HttpsAct> more = new HashMap<>(acts);
        more.put(path, act);
        return new HttpsHost(tls, handshake, more);
    }

    /** Returns this host with another certificate. */
    public HttpsHost certificate(UnaryOperator<CertificateSpec> change) {
        return tls(settings -> settings.certificate(change.apply(settings.certificate())));
    }

    /** Returns this host with other TLS settings. */
    public HttpsHost tls(UnaryOperator<TlsSettings> change) {
        return new HttpsHost(change.apply(tls), handshake, acts);
    }

    /** Returns this host doing something else when a client begins TLS. */
    public HttpsHost handshake(HttpsHandshake other) {
        return new HttpsHost(tls, other, acts);
    }
}
