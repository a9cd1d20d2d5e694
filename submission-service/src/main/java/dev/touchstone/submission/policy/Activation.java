package dev.touchstone.submission.policy;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** Somebody put a version in force. */
@Entity
@Immutable
@Table(name = "policy_activation")
class Activation {

    @Id
    long number;

    String version;

    String reason;

    @Column(name = "activated_by")
    String activatedBy;

    @Column(name = "activated_at")
    Instant activatedAt;
}
