package dev.mailcheck.tls;

import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Takes down what a handshake shows while it runs, so that a failure half-way loses nothing. */
final class TlsNotes {
    private static final int MAX_KEPT = 10;
    private static final int MAX_KEPT_BYTES = 100 * 1024;

    /** In base64 not more than a recording can be read back with (30,000 characters). */
    private static final int MAX_BYTES_OF_ONE = 22_500;

    private final String offer;
    private @Nullable String version;
    private boolean old;
    private @Nullable String cipherSuite;
    private @Nullable String group;
    private int groupBits;
    private boolean extendedMasterSecret;
    private @Nullable Boolean secureRenegotiation;
    private boolean compressed;
    private @Nullable String ocspResponse;
    private int certificatesSent;
    private int certificateBytes;
    private int keptBytes;
    private final List<String> certificates = new ArrayList<>();
    private @Nullable String alert;
    private @Nullable TlsFailure refusal;

    TlsNotes(String offer) {
        this.offer = offer;
    }

    void version(ProtocolVersion chosen) {
        old = chosen.isEarlierVersionOf(ProtocolVersion.TLSv12);
        version = chosen.getName().replace("TLS ", "TLSv").replace("SSL 3.0", "SSLv3");
    }

    /** Whether the version is one of before TLS 1.2; not so for one that there never was. */
    boolean oldVersion() {
        return old;
    }

    void cipherSuite(int id) {
        cipherSuite = TlsCipherSuite.nameOf(id);
        group = null;
        groupBits = 0;
    }

    /** Groups of key shares in our own hello, before the server has chosen, do not count. */
    void group(int namedGroup) {
        if (cipherSuite != null) {
            group = NamedGroup.getName(namedGroup);
            groupBits = NamedGroup.getFiniteFieldBits(namedGroup);
        }
    }

    void unnamedGroup(int bits) {
        group = "dh";
        groupBits = bits;
    }

    void extendedMasterSecret(boolean used) {
        extendedMasterSecret = used;
    }

    void secureRenegotiation(boolean offered) {
        secureRenegotiation = offered;
    }

    void compressed(boolean chosen) {
        compressed = chosen;
    }

    void ocspResponse(byte[] der) {
        ocspResponse = kept(der);
    }

    void certificate(byte[] der) {
        certificatesSent++;
        certificateBytes += der.length;
        if (certificates.size() < MAX_KEPT && keptBytes + der.length <= MAX_KEPT_BYTES) {
            keptBytes += der.length;
            certificates.add(kept(der));
        }
    }

    private static String kept(byte[] der) {
        return der.length > MAX_BYTES_OF_ONE ? "" : Base64.getEncoder().encodeToString(der);
    }

    int certificatesSent() {
        return certificatesSent;
    }

    void alertReceived(String text) {
        alert = text;
    }

    Optional<String> alert() {
        return Optional.ofNullable(alert);
    }

    /** What we end the handshake for, by rules of our own; the first reason counts. */
    void refuse(TlsFailure reason) {
        refusal = refusal == null ? reason : refusal;
    }

    Optional<TlsFailure> refusal() {
        return Optional.ofNullable(refusal);
    }

    TlsFacts facts(Optional<TlsFailure> failure, String detail) {
        return new TlsFacts(
                offer,
                Optional.ofNullable(version),
                Optional.ofNullable(cipherSuite),
                Optional.ofNullable(group),
                groupBits,
                extendedMasterSecret,
                Optional.ofNullable(secureRenegotiation),
                compressed,
                Optional.ofNullable(ocspResponse),
                certificatesSent,
                certificateBytes,
                certificates,
                failure,
                detail,
                Optional.empty(),
                Optional.empty());
    }
}
