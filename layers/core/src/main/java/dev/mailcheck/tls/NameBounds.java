package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** For which DNS names an authority may issue (RFC 5280, section 4.2.1.10). */
final class NameBounds {
    private static final int MAX_COMPARISONS = 100_000;

    private NameBounds() {}

    /** False also where there are so many names and bounds that we do not compare them. */
    static boolean permit(Certificate authority, Certificate server) {
        return CertificateFields.nameConstraints(authority)
                .map(bounds -> permit(bounds, names(server)))
                .orElse(true);
    }

    private static List<String> names(Certificate server) {
        return CertificateFields.dnsNames(server).stream().map(NameBounds::text).toList();
    }

    private static boolean permit(NameConstraints bounds, List<String> names) {
        List<String> permitted = dnsNames(bounds.getPermittedSubtrees());
        List<String> excluded = dnsNames(bounds.getExcludedSubtrees());
        if ((long) names.size() * (permitted.size() + excluded.size()) > MAX_COMPARISONS) {
            return false;
        }
        return names.stream()
                .allMatch(name ->
                        (permitted.isEmpty() || permitted.stream().anyMatch(b -> within(name, b)))
                                && excluded.stream().noneMatch(b -> within(name, b)));
    }

    private static List<String> dnsNames(GeneralSubtree @Nullable [] subtrees) {
        return subtrees == null
                ? List.of()
                : Arrays.stream(subtrees)
                        .map(GeneralSubtree::getBase)
                        .filter(base -> base.getTagNo() == GeneralName.dNSName)
                        .map(NameBounds::text)
                        .toList();
    }

    private static String text(GeneralName name) {
        return ASN1IA5String.getInstance(name.getName()).getString().toLowerCase(Locale.ROOT);
    }

    /** The bound itself, or names with labels added on its left; the empty bound holds all. */
    private static boolean within(String name, String bound) {
        String suffix = bound.startsWith(".") ? bound.substring(1) : bound;
        return suffix.isEmpty() || name.equals(suffix) || name.endsWith("." + suffix);
    }
}
