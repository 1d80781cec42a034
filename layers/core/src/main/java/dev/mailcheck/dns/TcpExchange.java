package dev.mailcheck.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A query by TCP: two bytes of length before each message (RFC 1035, section 4.2.2). */
final class TcpExchange implements AutoCloseable {
    private final SocketChannel channel;
    private final ByteBuffer query;
    private final ByteBuffer length = ByteBuffer.allocate(2);
    private ByteBuffer reply = ByteBuffer.allocate(0);
    private final SelectionKey key;

    private TcpExchange(SocketChannel channel, SelectionKey key, byte[] query) {
        this.channel = channel;
        this.key = key;
        this.query = ByteBuffer.allocate(query.length + 2);
        this.query.putShort((short) query.length).put(query).flip();
    }

    static TcpExchange open(DnsLoop loop, InetSocketAddress server, byte[] query, Runnable ready)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            SelectionKey key = loop.register(channel, SelectionKey.OP_CONNECT, ready);
            if (channel.connect(server)) {
                key.interestOps(SelectionKey.OP_WRITE);
            }
            return new TcpExchange(channel, key, query);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        } catch (IllegalArgumentException noSuchFamily) {
            // An address without a number, or of a family that this host does not have.
            channel.close();
            throw new IOException(noSuchFamily);
        }
    }

    /** Goes on as far as the socket lets it; the reply once it is whole. */
    Optional<byte[]> proceed() throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_WRITE);
        } else if (key.isWritable()) {
            channel.write(query);
            key.interestOps(query.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        } else if (key.isReadable()) {
            return read();
        }
        return Optional.empty();
    }

    private Optional<byte[]> read() throws IOException {
        if (length.hasRemaining()) {
            fill(length);
            if (length.hasRemaining()) {
                return Optional.empty();
            }
            reply = ByteBuffer.allocate(length.getShort(0) & 0xffff);
        }
        fill(reply);
        return reply.hasRemaining() ? Optional.empty() : Optional.of(reply.array());
    }

    private void fill(ByteBuffer buffer) throws IOException {
        if (buffer.hasRemaining() && channel.read(buffer) < 0) {
            throw new IOException("closed before the reply was whole");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException nothingToDo) {
            // The server learns of it by itself.
        }
    }
}
