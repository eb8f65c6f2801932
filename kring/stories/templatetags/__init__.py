"""What other rooms may show of this one."""
