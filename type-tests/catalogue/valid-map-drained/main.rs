include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slots = std::collections::BTreeMap::from([("a", fd)]);
    for (_, each) in slots {
        put_unused_fd(each);
    }
    Ok(())
}
