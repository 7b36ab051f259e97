/** Synthetic exports of the three sources: the demo, and loads with a known answer for tests and benchmarks. */
package org.lamplight.local.demo;
