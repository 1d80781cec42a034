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

    private final String offer;
    private @Nullable String version;
    private @Nullable String cipherSuite;
    private @Nullable String group;
    private int groupBits;
    private boolean extendedMasterSecret;
    private @Nullable Boolean secureRenegotiation;
    private boolean ocspStaple;
    private int certificatesSent;
    private int keptBytes;
    private final List<String> certificates = new ArrayList<>();
    private @Nullable String alert;
    private @Nullable TlsFailure refusal;

    TlsNotes(String offer) {
        this.offer = offer;
    }

    void version(ProtocolVersion chosen) {
        version = chosen.getName().replace("TLS ", "TLSv").replace("SSL ", "SSLv");
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

    void ocspStaple() {
        ocspStaple = true;
    }

    void certificate(byte[] der) {
        certificatesSent++;
        if (certificates.size() < MAX_KEPT && keptBytes + der.length <= MAX_KEPT_BYTES) {
            keptBytes += der.length;
            certificates.add(Base64.getEncoder().encodeToString(der));
        }
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

    /** What we end the handshake for, by rules of our own. */
    void refuse(TlsFailure reason) {
        refusal = reason;
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
                ocspStaple,
                certificatesSent,
                certificates,
                failure,
                detail,
                Optional.empty());
    }
}
