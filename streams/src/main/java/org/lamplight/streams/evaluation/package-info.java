/** Whether what was done in one place changed its counts. */
package org.lamplight.streams.evaluation;
