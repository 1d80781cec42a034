package dev.mailcheck.tls;

import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.ServerHello;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsFatalAlert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Notes what a server chooses, also a version that was not offered and ends the handshake; and
 * where no more is wanted than that, ends it there.
 */
final class HandshakeProtocol extends TlsClientProtocol {
    private final TlsOffer offer;
    private final TlsNotes notes;

    HandshakeProtocol(InputStream input, OutputStream output, TlsOffer offer, TlsNotes notes) {
        super(input, offer.reach() == TlsOffer.Reach.CHOICE ? new DeflateOffer(output) : output);
        this.offer = offer;
        this.notes = notes;
    }

    @Override
    protected ServerHello receiveServerHelloMessage(ByteArrayInputStream message)
            throws IOException {
        byte[] bytes = message.readAllBytes();
        if (offer.reach() == TlsOffer.Reach.CHOICE) {
            note(ServerChoice.of(bytes));
        }
        ServerHello hello = super.receiveServerHelloMessage(new ByteArrayInputStream(bytes));
        notes.version(ServerVersion.of(hello));
        return hello;
    }

    private void note(ServerChoice choice) throws TlsFatalAlert {
        if (!choice.answers(offer)) {
            return;
        }
        notes.version(choice.version());
        notes.cipherSuite(choice.suite());
        notes.compressed(choice.compressed());
        notes.refuse(TlsFailure.CHOICE_SEEN);
        if (!choice.showsGroup()) {
            throw new TlsFatalAlert(AlertDescription.user_canceled);
        }
    }
}
