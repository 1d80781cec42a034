package dev.mailcheck.world.tls;

import dev.mailcheck.world.key.Seeds;
import dev.mailcheck.world.tls.CertificateSpec.Digest;
import dev.mailcheck.world.tls.CertificateSpec.Issuer;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The world's certification authority: a root, intermediates, and the certificates of all servers.
 * Keys and serial numbers depend on names only and dates on the clock, so that the same world has
 * the same certificates and TLSA records in each run.
 */
public final class CertificateAuthority {
    private static final Duration ROOT_AGE = Duration.ofDays(-365);
    private static final Duration ROOT_LEFT = Duration.ofDays(3650);

    private final Instant now;
    private final Map<CertificateSpec, Identity> issued = new ConcurrentHashMap<>();

    /** Makes an authority whose certificates are dated from this instant. */
    public CertificateAuthority(Instant now) {
        this.now = now;
    }

    /** Returns the root certificate in PEM, as {@code --ca-file} reads it. */
    public String pem() {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        byte[] der = Certificates.encoded(root());
        return "-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Returns the root certificate. */
    public X509Certificate root() {
        return authority(rootName(Issuer.WORLD), rootName(Issuer.WORLD));
    }

    /** Returns the certificate with its key and the chain the server sends. */
    public Identity issue(CertificateSpec spec) {
        return issued.computeIfAbsent(spec, this::make);
    }

    /**
     * Returns the data of a TLSA record (RFC 6698, section 2.1) for a server with this certificate:
     * of the certificate itself for usage 1 and 3, of the authority above it for 0 and 2.
     */
    public String tlsa(CertificateSpec spec, int usage, int selector, int matchingType) {
        boolean endEntity = usage == 1 || usage == 3;
        byte[] selected =
                selector == 1
                        ? publicKey(spec, endEntity)
                        : Certificates.encoded(endEntity ? issue(spec).leaf() : issuerOf(spec));
        String hex = HexFormat.of().formatHex(matched(selected, matchingType));
        return usage + " " + selector + " " + matchingType + " " + hex;
    }

    private static byte[] matched(byte[] selected, int matchingType) {
        return switch (matchingType) {
            case 0 -> selected;
            case 1 -> Seeds.sha256(selected);
            case 2 -> Seeds.digest("SHA-512", selected);
            default -> throw new IllegalArgumentException("matching type " + matchingType);
        };
    }

    /** Returns a key without making the certificate around it, which would take longer. */
    private static byte[] publicKey(CertificateSpec spec, boolean endEntity) {
        CertificateKey key = endEntity ? keyOf(spec) : issuerKey(spec);
        return CertificateKey.der(key.publicKeyInfo());
    }

    private X509Certificate issuerOf(CertificateSpec spec) {
        List<X509Certificate> above = authorities(spec);
        return above.isEmpty() ? issue(spec).leaf() : above.getFirst();
    }

    private static CertificateKey keyOf(CertificateSpec spec) {
        return CertificateKey.of(spec.key(), spec.names().getFirst());
    }

    private static CertificateKey issuerKey(CertificateSpec spec) {
        return spec.issuer() == Issuer.SELF
                ? keyOf(spec)
                : CertificateKey.of(CertificateSpec.Key.EC_P256, issuerName(spec));
    }

    private static String issuerName(CertificateSpec spec) {
        return spec.issuer() == Issuer.SELF
                ? spec.names().getFirst()
                : authorityName(spec, spec.intermediates());
    }

    private Identity make(CertificateSpec spec) {
        CertificateKey key = keyOf(spec);
        X509Certificate leaf =
                new CertificateMaker(issuerName(spec), issuerKey(spec), spec.digest())
                        .leaf(spec.names(), key, now.plus(spec.begins()), now.plus(spec.ends()));
        List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
        if (spec.sendsIntermediates()) {
            chain.addAll(authorities(spec));
        }
        return new Identity(key.privateKey(), chain);
    }

    /** Returns the intermediates above a certificate, nearest first, without the root. */
    private List<X509Certificate> authorities(CertificateSpec spec) {
        List<X509Certificate> authorities = new ArrayList<>();
        if (spec.issuer() != Issuer.SELF) {
            for (int level = spec.intermediates(); level > 0; level--) {
                authorities.add(
                        authority(authorityName(spec, level), authorityName(spec, level - 1)));
            }
        }
        return authorities;
    }

    private static String authorityName(CertificateSpec spec, int level) {
        String root = rootName(spec.issuer());
        return level == 0 ? root : root.replace("root", "issuing authority " + level);
    }

    private static String rootName(Issuer issuer) {
        return issuer == Issuer.WORLD ? "mailcheck world root" : "mailcheck untrusted root";
    }

    private X509Certificate authority(String name, String issuer) {
        CertificateKey key = CertificateKey.of(CertificateSpec.Key.EC_P256, name);
        CertificateKey issuerKey = CertificateKey.of(CertificateSpec.Key.EC_P256, issuer);
        return new CertificateMaker(issuer, issuerKey, Digest.SHA256)
                .authority(name, key, now.plus(ROOT_AGE), now.plus(ROOT_LEFT));
    }
}
