package dev.mailcheck.tls.certificate;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one certificate; throws where an extension is malformed. */
final class CertificateReader {
    private static final int MAX_NAMES = 1000;
    private static final int MAX_NAME = 256;

    private final Certificate certificate;

    CertificateReader(Certificate certificate) {
        this.certificate = certificate;
    }

    ServerCertificate read() {
        return new ServerCertificate(
                shown(certificate.getSubject()),
                shown(certificate.getIssuer()),
                dnsNames(),
                certificate.getStartDate().getDate().toInstant(),
                certificate.getEndDate().getDate().toInstant(),
                KeyKinds.of(certificate.getSubjectPublicKeyInfo()),
                SignatureNames.of(certificate.getSignatureAlgorithm()),
                isAuthority(),
                isForServers(),
                isForSigning(),
                certificate.getSubject().equals(certificate.getIssuer()));
    }

    private Optional<ASN1Encodable> extension(ASN1ObjectIdentifier id) {
        return Optional.ofNullable(certificate.getTBSCertificate().getExtensions())
                .map(extensions -> extensions.getExtension(id))
                .map(Extension::getParsedValue);
    }

    private static String shown(X500Name name) {
        RDN[] commonNames = name.getRDNs(BCStyle.CN);
        String text =
                commonNames.length > 0
                        ? IETFUtils.valueToString(commonNames[0].getFirst().getValue())
                        : name.toString();
        return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) : text;
    }

    private List<String> dnsNames() {
        return extension(Extension.subjectAlternativeName).map(GeneralNames::getInstance).stream()
                .flatMap(names -> Arrays.stream(names.getNames()))
                .filter(name -> name.getTagNo() == GeneralName.dNSName)
                .limit(MAX_NAMES)
                .map(name -> ASN1IA5String.getInstance(name.getName()).getString())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private boolean isAuthority() {
        return extension(Extension.basicConstraints)
                .map(BasicConstraints::getInstance)
                .filter(BasicConstraints::isCA)
                .isPresent();
    }

    /** RFC 5280, section 4.2.1.12: any purpose where none is stated. */
    private boolean isForServers() {
        return extension(Extension.extendedKeyUsage)
                .map(ExtendedKeyUsage::getInstance)
                .map(usage ->
                        usage.hasKeyPurposeId(KeyPurposeId.id_kp_serverAuth)
                                || usage.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage))
                .orElse(true);
    }

    /** RFC 5280, section 4.2.1.3: any use where none is stated. */
    private boolean isForSigning() {
        return extension(Extension.keyUsage)
                .map(KeyUsage::getInstance)
                .map(usage -> usage.hasUsages(KeyUsage.digitalSignature))
                .orElse(true);
    }
}
