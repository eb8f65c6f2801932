"""Where: municipalities, regions and who pays."""
