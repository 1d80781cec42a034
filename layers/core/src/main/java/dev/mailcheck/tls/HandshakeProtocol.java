package dev.mailcheck.tls;

import org.bouncycastle.tls.ServerHello;
import org.bouncycastle.tls.TlsClientProtocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Notes the version a server chooses, also one that was not offered and ends the handshake. */
final class HandshakeProtocol extends TlsClientProtocol {
    private final TlsNotes notes;

    HandshakeProtocol(InputStream input, OutputStream output, TlsNotes notes) {
        super(input, output);
        this.notes = notes;
    }

    @Override
    protected ServerHello receiveServerHelloMessage(ByteArrayInputStream message)
            throws IOException {
        ServerHello hello = super.receiveServerHelloMessage(message);
        notes.version(ServerVersion.of(hello));
        return hello;
    }
}
