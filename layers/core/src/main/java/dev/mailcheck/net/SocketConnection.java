package dev.mailcheck.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Future;

/** A socket that a timer closes. */
final class SocketConnection implements Connection {
    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private final Future<?> alarm;
    private volatile boolean timedOut;

    SocketConnection(Socket socket, Deadline deadline, DeadlineTimer timer) throws IOException {
        this.socket = socket;
        this.input = socket.getInputStream();
        this.output = socket.getOutputStream();
        this.alarm = timer.at(deadline, this::timeOut);
    }

    private void timeOut() {
        timedOut = true;
        closeSocket();
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public InetAddress localAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public boolean timedOut() {
        return timedOut;
    }

    @Override
    public void close() {
        alarm.cancel(false);
        closeSocket();
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException nothingToDo) {
            // The other side learns of it by its own time-out.
        }
    }
}
