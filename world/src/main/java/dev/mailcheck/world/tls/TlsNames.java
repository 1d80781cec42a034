package dev.mailcheck.world.tls;

import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ProtocolVersion;

import java.lang.reflect.Field;
import java.util.List;

/** Versions and cipher suites between their names and Bouncy Castle's numbers. */
final class TlsNames {
    private static final List<ProtocolVersion> VERSIONS =
            List.of(
                    ProtocolVersion.TLSv13,
                    ProtocolVersion.TLSv12,
                    ProtocolVersion.TLSv11,
                    ProtocolVersion.TLSv10,
                    ProtocolVersion.SSLv3);

    private TlsNames() {}

    static ProtocolVersion version(String jdkName) {
        return VERSIONS.stream()
                .filter(version -> version(version).equals(jdkName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no TLS version " + jdkName));
    }

    /** Returns the JDK's name, which leaves out the minor version of 1.0. */
    static String version(ProtocolVersion version) {
        String name = version.getName().replace(" ", "v");
        return name.endsWith("v1.0") || name.endsWith("v3.0")
                ? name.substring(0, name.length() - 2)
                : name;
    }

    static int suite(String ianaName) {
        try {
            return CipherSuite.class.getField(ianaName).getInt(null);
        } catch (NoSuchFieldException | IllegalAccessException e) {
            throw new IllegalArgumentException("no cipher suite " + ianaName, e);
        }
    }

    static String suite(int number) {
        for (Field field : CipherSuite.class.getFields()) {
            if (suite(field.getName()) == number) {
                return field.getName();
            }
        }
        throw new IllegalArgumentException("no cipher suite " + number);
    }
}
