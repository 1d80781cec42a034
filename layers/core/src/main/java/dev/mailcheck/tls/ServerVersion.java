package dev.mailcheck.tls;

import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerHello;
import org.bouncycastle.tls.TlsExtensionsUtils;

import java.io.IOException;

/** The version a ServerHello chooses (RFC 8446, section 4.2.1). */
final class ServerVersion {
    private ServerVersion() {}

    static ProtocolVersion of(ServerHello hello) throws IOException {
        ProtocolVersion newer =
                TlsExtensionsUtils.getSupportedVersionsExtensionServer(hello.getExtensions());
        return newer == null ? hello.getVersion() : newer;
    }
}
