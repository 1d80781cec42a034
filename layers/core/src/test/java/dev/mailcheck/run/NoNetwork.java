package dev.mailcheck.run;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Dial;
import dev.mailcheck.net.Network;

import java.net.InetAddress;

/** A network without a cable. */
final class NoNetwork implements Network {
    @Override
    public Dial connect(InetAddress address, int port, Deadline deadline) {
        return new Dial.NotConnected(ConnectFailure.UNREACHABLE);
    }

    @Override
    public boolean permits(InetAddress address) {
        return true;
    }

    @Override
    public boolean hasIpv6() {
        return false;
    }
}
