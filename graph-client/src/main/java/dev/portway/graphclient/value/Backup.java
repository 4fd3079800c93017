package dev.portway.graphclient.value;

/**
 * Takes a number from the On-Premises API, which ended on 23 Oct 2025, to Cloud API without a code.
 *
 * <p>Source: Meta, "Registration", 2026.
 */
public record Backup(BackupData data, BackupPassword password) {}
