include!("../prelude.rs");

async fn next(at: &mut u32) -> Option<u32> {
    tick().await;
    *at += 1;
    Some(*at)
}

pub async fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut at = 0;
    while let Some(name) = next(&mut at).await {
        if name != 0 {
            put_unused_fd(fd); //~ E0382
        }
    }
    Ok(())
}
