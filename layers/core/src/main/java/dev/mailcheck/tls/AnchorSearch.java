package dev.mailcheck.tls;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;

import java.util.Arrays;
import java.util.List;

/** Finds the few anchors that matter to a chain, and parses no others. */
final class AnchorSearch {
    private final List<byte[]> encoded;

    AnchorSearch(List<byte[]> encoded) {
        this.encoded = encoded;
    }

    boolean isEmpty() {
        return encoded.isEmpty();
    }

    boolean contains(byte[] certificate) {
        return encoded.stream().anyMatch(anchor -> Arrays.equals(anchor, certificate));
    }

    List<Certificate> named(X500Name subject) {
        byte[] name = CertificateFields.encoded(subject);
        return encoded.stream()
                .filter(anchor -> holds(anchor, name))
                .map(Certificate::getInstance)
                .filter(anchor ->
                        Arrays.equals(CertificateFields.encoded(anchor.getSubject()), name))
                .toList();
    }

    private static boolean holds(byte[] certificate, byte[] name) {
        for (int at = 0; at <= certificate.length - name.length; at++) {
            if (Arrays.equals(certificate, at, at + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }
}
