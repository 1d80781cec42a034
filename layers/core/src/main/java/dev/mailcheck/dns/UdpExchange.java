package dev.mailcheck.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Optional;

/**
 * A query by UDP from a socket of its own: its random port is a second secret beside the id, only
 * the server's address can answer, and no burst of replies can overflow a shared buffer.
 */
final class UdpExchange implements AutoCloseable {
    private final DatagramChannel channel;

    private UdpExchange(DatagramChannel channel) {
        this.channel = channel;
    }

    static UdpExchange open(DnsLoop loop, InetSocketAddress server, Runnable ready)
            throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.connect(server);
            loop.register(channel, SelectionKey.OP_READ, ready);
            return new UdpExchange(channel);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        } catch (IllegalArgumentException noSuchFamily) {
            // An address without a number, or of a family that this host does not have.
            channel.close();
            throw new IOException(noSuchFamily);
        }
    }

    void send(byte[] query) throws IOException {
        channel.write(ByteBuffer.wrap(query));
    }

    /**
     * One datagram, if there is one.
     *
     * @throws PortUnreachableException where nobody listens there
     */
    Optional<byte[]> receive(ByteBuffer buffer) throws IOException {
        if (channel.read(buffer) <= 0) {
            return Optional.empty();
        }
        buffer.flip();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return Optional.of(bytes);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException nothingToDo) {
            // A datagram socket has nobody to tell.
        }
    }
}
