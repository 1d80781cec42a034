/**
 * The worker of an AWS installation: it takes the SMTP probes from a Step Functions activity, runs
 * them from a host that may use port 25, and hands in what they saw.
 */
@NullMarked
package dev.mailcheck.cli.worker;

import org.jspecify.annotations.NullMarked;
