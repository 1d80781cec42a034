package dev.mailcheck.net;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;

/** A TCP connection that is closed at an absolute deadline: reads then end with an IOException. */
public interface Connection extends Closeable {
    InputStream input();

    OutputStream output();

    /** Our own end, to be masked wherever it is shown. */
    InetAddress localAddress();

    /** True once the deadline closed it, to tell a time-out from a hang-up. */
    boolean timedOut();

    /** Never throws: nothing can be done about it. */
    @Override
    void close();
}
