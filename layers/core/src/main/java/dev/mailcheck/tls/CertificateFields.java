package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what path validation needs out of certificates; malformed extensions make it throw. */
final class CertificateFields {
    private static final Set<ASN1ObjectIdentifier> KNOWN =
            Set.of(
                    Extension.basicConstraints,
                    Extension.keyUsage,
                    Extension.extendedKeyUsage,
                    Extension.subjectAlternativeName,
                    Extension.nameConstraints,
                    Extension.certificatePolicies,
                    Extension.policyMappings,
                    Extension.policyConstraints,
                    Extension.inhibitAnyPolicy);

    private CertificateFields() {}

    private static Optional<Extension> extension(Certificate of, ASN1ObjectIdentifier id) {
        return Optional.ofNullable(of.getTBSCertificate().getExtensions())
                .map(extensions -> extensions.getExtension(id));
    }

    /**
     * A name as its bytes: issuers copy them (RFC 5280, section 4.1.2.6), and most senders compare
     * so.
     */
    static byte[] encoded(X500Name name) {
        try {
            return name.getEncoded(ASN1Encoding.DER);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    static boolean issued(Certificate issuer, Certificate subject) {
        return Arrays.equals(encoded(issuer.getSubject()), encoded(subject.getIssuer()));
    }

    static boolean selfIssued(Certificate certificate) {
        return issued(certificate, certificate);
    }

    /**
     * Whether it may issue certificates with so many authorities between (RFC 5280, section
     * 4.2.1.9).
     */
    static boolean mayIssue(Certificate certificate, int between) {
        boolean authority =
                extension(certificate, Extension.basicConstraints)
                        .map(e -> BasicConstraints.getInstance(e.getParsedValue()))
                        .filter(BasicConstraints::isCA)
                        .filter(c ->
                                c.getPathLenConstraint() == null
                                        || c.getPathLenConstraint().intValue() >= between)
                        .isPresent();
        return authority
                && extension(certificate, Extension.keyUsage)
                        .map(e -> KeyUsage.getInstance(e.getParsedValue()))
                        .map(usage -> usage.hasUsages(KeyUsage.keyCertSign))
                        .orElse(true);
    }

    /** Whether it states this purpose in so many words (RFC 5280, section 4.2.1.12). */
    static boolean isFor(Certificate certificate, KeyPurposeId purpose) {
        return extension(certificate, Extension.extendedKeyUsage)
                .map(e -> ExtendedKeyUsage.getInstance(e.getParsedValue()))
                .filter(usage -> usage.hasKeyPurposeId(purpose))
                .isPresent();
    }

    static boolean hasUnknownCriticalExtension(Certificate certificate) {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        return extensions != null
                && Arrays.stream(extensions.getCriticalExtensionOIDs())
                        .anyMatch(id -> !KNOWN.contains(id));
    }

    /** Whether it says where its issuer's certificate is, as public authorities' do. */
    static boolean namesIssuersCertificate(Certificate certificate) {
        return extension(certificate, Extension.authorityInfoAccess)
                .map(e -> AuthorityInformationAccess.getInstance(e.getParsedValue()))
                .stream()
                .flatMap(access -> Arrays.stream(access.getAccessDescriptions()))
                .anyMatch(a -> a.getAccessMethod().equals(AccessDescription.id_ad_caIssuers));
    }

    static Optional<NameConstraints> nameConstraints(Certificate certificate) {
        return extension(certificate, Extension.nameConstraints)
                .map(e -> NameConstraints.getInstance(e.getParsedValue()));
    }

    /** The DNS names of the subject alternative name. */
    static List<GeneralName> dnsNames(Certificate certificate) {
        return extension(certificate, Extension.subjectAlternativeName)
                .map(e -> GeneralNames.getInstance(e.getParsedValue()))
                .stream()
                .flatMap(names -> Arrays.stream(names.getNames()))
                .filter(name -> name.getTagNo() == GeneralName.dNSName)
                .toList();
    }
}
