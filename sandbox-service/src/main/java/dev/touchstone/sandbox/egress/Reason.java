package dev.touchstone.sandbox.egress;

import dev.touchstone.sandbox.FailureCode;

/**
 * Why a URL may not be called.
 *
 * @param detail for people, one line; never an address that a name resolved to, which would let a submitter map the network
 */
public record Reason(FailureCode code, String detail) {
}
