package dev.touchstone.sandbox.egress;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** The name service: the port that decides where a name leads, asked once for each hop of a call. */
interface Resolver {

    /** All addresses of a host name, in the order of preference; none if it has none or nobody said so in time. */
    List<InetAddress> addresses(String host, Duration longest) throws InterruptedException;
}
